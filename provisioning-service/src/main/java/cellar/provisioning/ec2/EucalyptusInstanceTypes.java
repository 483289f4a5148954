package cellar.provisioning.ec2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;

/**
 * Rewrites the instance types of Eucalyptus into the form that the SDK reads. In the form
 * of Eucalyptus the SDK would find no types, and not report that.
 */
class EucalyptusInstanceTypes implements ExecutionInterceptor {

	private static final int MAX_BYTES = 4 * 1024 * 1024;

	@Override
	public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
			ExecutionAttributes attributes) {
		Optional<InputStream> body = context.responseBody();
		if (!(context.request() instanceof DescribeInstanceTypesRequest) || body.isEmpty()
				|| !context.httpResponse().isSuccessful()) {
			return body;
		}
		try (InputStream content = body.get()) {
			return Optional.of(new ByteArrayInputStream(rewrite(content.readNBytes(MAX_BYTES))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Rewrites a document.
	 * @param document the answer of a cloud
	 * @return the same instance types for the SDK, or the document as it came where it is
	 * not in the form of Eucalyptus
	 * @throws SdkClientException if the document is not well-formed XML
	 */
	static byte[] rewrite(byte[] document) {
		try {
			Optional<List<Map<String, String>>> types = InstanceTypeXml.read(document);
			return types.isPresent() ? InstanceTypeXml.write(types.get()) : document;
		}
		catch (XMLStreamException ex) {
			throw SdkClientException.create("The list of instance types is not well-formed XML", ex);
		}
	}

}
