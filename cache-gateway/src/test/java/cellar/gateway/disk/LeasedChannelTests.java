package cellar.gateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LeasedChannelTests {

	private final FileChannel channel;

	private final LeasedChannel leased;

	LeasedChannelTests(@TempDir Path directory) throws IOException {
		this.channel = FileChannel.open(directory.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		this.leased = new LeasedChannel(this.channel);
	}

	@Test
	void fileIsClosedByTheLastOfItsUsers() {
		assertThat(this.leased.lease()).isTrue();
		this.leased.release();
		assertThat(this.channel.isOpen()).isTrue();
		this.leased.release();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.leased.lease()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.leased::release);
	}

	@Test
	void fileWhoseSpaceIsWaitedForIsNotClosedByAnEventLoop() {
		CompletableFuture<Boolean> closedByIt = new CompletableFuture<>();
		this.leased.whenClosed(() -> closedByIt.complete(Context.isOnEventLoopThread()));
		Vertx vertx = Vertx.vertx();
		vertx.runOnContext((_) -> this.leased.release());
		assertThat(closedByIt.join()).isFalse();
		assertThat(this.channel.isOpen()).isFalse();
		vertx.close().toCompletionStage().toCompletableFuture().join();
	}

}
