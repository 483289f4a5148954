package cellar.gateway.client;

import io.netty.handler.codec.DecoderException;

/**
 * A client has asked in a version of HTTP that is not spoken here.
 */
public class UnspokenVersionException extends DecoderException {

}
