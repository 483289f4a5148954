package cellar.gateway.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Lets no other version of a request through than HTTP/1.0 and HTTP/1.1. Answers are
 * given in the version that a request has, so what is no HTTP would come back as such.
 */
final class SpokenVersions extends ChannelInboundHandlerAdapter {

	/**
	 * Serves a new connection, if that speaks HTTP/1.
	 * @param connection the connection
	 */
	static void serve(HttpConnection connection) {
		ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
		ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
		if (decoder != null) {
			pipeline.addAfter(decoder.name(), null, new SpokenVersions());
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest request && !isSpoken(request.protocolVersion())) {
			translate(request);
		}
		context.fireChannelRead(message);
	}

	private static boolean isSpoken(HttpVersion version) {
		return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
	}

	private static void translate(HttpMessage request) {
		HttpVersion version = request.protocolVersion();
		request.setProtocolVersion(HttpVersion.HTTP_1_1);
		// A newer minor one is to be served like the newest known (RFC 9110, 2.5).
		boolean newer = version.protocolName().equals("HTTP") && version.majorVersion() == 1;
		if (!newer && request.decoderResult().isSuccess()) {
			request.setDecoderResult(DecoderResult.failure(new UnspokenVersionException()));
		}
	}

}
