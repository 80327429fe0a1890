package org.parley.storage;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/** The headers and parameters of all operations that the SDK of S3 knows. */
final class S3Api {

	private S3Api() {
	}

	/** The headers in lower case. */
	static List<String> headers() {
		return names(MarshallLocation.HEADER).map((name) -> name.toLowerCase(Locale.ROOT)).distinct().sorted().toList();
	}

	/** The parameters that operations have, besides the names of the operations. */
	static List<String> parameters() {
		return Stream
			.concat(names(MarshallLocation.QUERY_PARAM),
					Stream.of("acl", "tagging", "uploads", "delete", "policy", "cors", "versions", "attributes",
							"retention", "legal-hold", "restore", "select", "torrent", "location", "lifecycle"))
			.distinct()
			.sorted()
			.toList();
	}

	private static Stream<String> names(MarshallLocation location) {
		return Arrays.stream(S3Client.class.getMethods())
			.flatMap((operation) -> Arrays.stream(operation.getParameterTypes()))
			.filter(S3Request.class::isAssignableFrom)
			.distinct()
			.flatMap((type) -> fields(type).stream())
			.filter((field) -> field.location() == location)
			.map(SdkField::locationName);
	}

	private static List<SdkField<?>> fields(Class<?> type) {
		try {
			Method builder = type.getMethod("builder");
			return ((SdkPojo) builder.invoke(null)).sdkFields();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
