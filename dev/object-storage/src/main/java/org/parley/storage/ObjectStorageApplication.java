package org.parley.storage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.parley.storage.ObjectStorage.StorageAccess;

/**
 * Runs the storage, configured by environment variables, or by arguments such as
 * {@code PORT=8025}.
 */
final class ObjectStorageApplication {

	private static final Map<String, String> VARIABLES = new HashMap<>(System.getenv());

	private static final String TRAINING = "spring.context.exit";

	private ObjectStorageApplication() {
	}

	static void main(String[] args) throws Exception {
		Stream.of(args).map((argument) -> argument.split("=", 2)).forEach((pair) -> VARIABLES.put(pair[0], pair[1]));
		var access = new StorageAccess(required("PARLEY_S3_ACCESS_KEY"), required("PARLEY_S3_SECRET_KEY"),
				variable("PARLEY_S3_BUCKET", "parley-media"), variable("PARLEY_PUBLIC_URL", "http://localhost:5000"));
		var storage = new ObjectStorage(Path.of(variable("PARLEY_S3_DIR", "objects")), access,
				variable("SERVER_ADDRESS", "127.0.0.1"), port("PARLEY_S3_PORT", "9090"), port("PORT", "9091"));
		storage.start();
		if (System.getProperty(TRAINING) != null) {
			storage.stop();
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(storage)));
	}

	private static void stop(ObjectStorage storage) {
		try {
			storage.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The storage could not be stopped", ex);
		}
	}

	private static int port(String name, String defaultValue) {
		return Integer.parseInt(variable(name, defaultValue));
	}

	private static String required(String name) {
		var value = variable(name, "");
		if (value.isEmpty()) {
			throw new IllegalArgumentException(name + " is required");
		}
		return value;
	}

	private static String variable(String name, String defaultValue) {
		return VARIABLES.getOrDefault(name, defaultValue);
	}

}
