package org.parley.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * Trains the AOT cache of a service's image, in the folder from which the image starts
 * the service. The service starts with the options of the image and ends when its context
 * is complete, before it listens to anything. Its only server is a MongoDB in memory,
 * because repositories create their indexes when they are created.
 */
public final class TrainImage {

	private TrainImage() {
	}

	/**
	 * Trains and ends with the status of the service, or with 1 if there is no cache.
	 * @param arguments the folder of the service, and the script that prints the secrets
	 * of an installation
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		var folder = Path.of(arguments[0]);
		var server = new MongoServer(new MemoryBackend());
		int status;
		try {
			var database = "mongodb://127.0.0.1:%d/training".formatted(server.bind().getPort());
			status = train(folder, secrets(arguments[1]), database);
		}
		finally {
			server.shutdownNow();
		}
		System.exit((status == 0 && !Files.exists(cache(folder))) ? 1 : status);
	}

	private static int train(Path folder, Map<String, String> secrets, String database)
			throws IOException, InterruptedException {
		// A cache contains the profiles of its training; those of the optimizing compiler
		// would make a start compile what only a start needs.
		var training = new ProcessBuilder(java(), "@" + folder.resolve("jvm.options"), "-XX:TieredStopAtLevel=1",
				"-XX:AOTCacheOutput=" + cache(folder), "-Xlog:aot=error", "-Dspring.context.exit=onRefresh", "-jar",
				folder.resolve("app.jar").toString())
			.inheritIO();
		training.environment().putAll(secrets);
		training.environment().put("PARLEY_MONGODB_URI", database);
		return training.start().waitFor();
	}

	private static Map<String, String> secrets(String script) throws IOException {
		var lines = new ProcessBuilder("bash", script, "https://forum.example.org")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start()
			.inputReader()
			.lines();
		return lines.map((line) -> List.of(line.split("=", 2)))
			.collect(Collectors.toMap(List::getFirst, List::getLast));
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static Path cache(Path folder) {
		return folder.resolve("app.aot");
	}

}
