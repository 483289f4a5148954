package cellar.gateway.client;

import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromptWritabilityTests {

	private final List<Boolean> told = new ArrayList<>();

	private final EmbeddedChannel channel = new EmbeddedChannel(new Tls(), new PromptWritability(), new Listener());

	@Test
	void fullWayIsToldAtOnce() {
		this.channel.pipeline().write("some");
		assertThat(this.told).containsExactly(false);
	}

	@Test
	void freeWayIsToldAtOnce() {
		this.channel.pipeline().write("some");
		this.channel.pipeline().flush();
		assertThat(this.told).containsExactly(false, true);
	}

	@Test
	void whatTheChannelTellsLaterIsNotToldAgain() {
		this.channel.pipeline().write("some");
		this.channel.pipeline().flush();
		this.channel.runPendingTasks();
		assertThat(this.told).containsExactly(false, true);
	}

	@Test
	void whatOnlyTheChannelKnowsIsTold() {
		Tls.full(this.channel.pipeline().firstContext(), true);
		this.channel.runPendingTasks();
		assertThat(this.told).containsExactly(false);
	}

	/** Is full between a write and a flush, which the channel tells later. */
	private static final class Tls extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			full(context, true);
		}

		@Override
		public void flush(ChannelHandlerContext context) {
			full(context, false);
		}

		private static void full(ChannelHandlerContext context, boolean full) {
			context.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, !full);
		}

	}

	private final class Listener extends ChannelInboundHandlerAdapter {

		@Override
		public void channelWritabilityChanged(ChannelHandlerContext context) {
			PromptWritabilityTests.this.told.add(context.channel().isWritable());
		}

	}

}
