package cellar.provisioning.ec2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;

/**
 * Rewrites the instance types of Eucalyptus into the form that the SDK reads. As they
 * come, the SDK would find none in them and not complain.
 */
class EucalyptusInstanceTypes implements ExecutionInterceptor {

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private static final Pattern ITEM = Pattern.compile("<(?:\\w+:)?item>(.*?)</(?:\\w+:)?item>", Pattern.DOTALL);

	@Override
	public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
			ExecutionAttributes attributes) {
		Optional<InputStream> body = context.responseBody();
		if (!(context.request() instanceof DescribeInstanceTypesRequest) || body.isEmpty()
				|| !context.httpResponse().isSuccessful()) {
			return body;
		}
		try (InputStream content = body.get()) {
			String document = new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
			String rewritten = document.contains("instanceTypeDetails") ? rewrite(document) : document;
			return Optional.of(new ByteArrayInputStream(rewritten.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String rewrite(String document) {
		StringBuilder types = new StringBuilder("<DescribeInstanceTypesResponse><instanceTypeSet>");
		Matcher items = ITEM.matcher(document);
		while (items.find()) {
			String item = items.group(1);
			types.append("<item><instanceType>")
				.append(text(item, "name"))
				.append("</instanceType><vCpuInfo><defaultVCpus>")
				.append(text(item, "cpu"))
				.append("</defaultVCpus></vCpuInfo><memoryInfo><sizeInMiB>")
				.append(text(item, "memory"))
				.append("</sizeInMiB></memoryInfo><instanceStorageInfo><totalSizeInGB>")
				.append(text(item, "disk"))
				.append("</totalSizeInGB></instanceStorageInfo></item>");
		}
		return types.append("</instanceTypeSet></DescribeInstanceTypesResponse>").toString();
	}

	private static String text(String item, String element) {
		Matcher found = Pattern.compile("<(?:\\w+:)?" + element + ">\\s*([^<]*?)\\s*<").matcher(item);
		return found.find() ? found.group(1) : "0";
	}

}
