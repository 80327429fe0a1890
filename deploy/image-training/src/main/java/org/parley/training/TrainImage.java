package org.parley.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * Trains the AOT cache of the image of a service or of all services together, in the
 * folder from which the image starts them. They start with the options of the image and
 * end when their contexts are complete, before they listen to anything. Their only server
 * is a MongoDB in memory, because repositories create their indexes when they are
 * created.
 */
public final class TrainImage {

	/** What runs in the image of all services. */
	private static final String TOGETHER = "host.yml";

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
		// A cache contains the levels at which its training compiled. What was optimized
		// is optimized by each start, which needs it only once; what was compiled at
		// level 1, without counters, is never optimized.
		var command = new ArrayList<>(List.of(java(), "@" + folder.resolve("jvm.options"), "-XX:TieredStopAtLevel=3",
				"-XX:AOTCacheOutput=" + cache(folder), "-Xlog:aot=error"));
		command.addAll(Files.exists(folder.resolve(TOGETHER)) ? together(folder, database) : service(folder));
		var training = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
		training.environment().putAll(secrets);
		training.environment().put("PARLEY_MONGODB_URI", database);
		return training.start().waitFor();
	}

	private static List<String> service(Path folder) {
		return List.of("-Dspring.context.exit=onRefresh", "-jar", folder.resolve("app.jar").toString());
	}

	/** The database in memory knows no users, but each service has its own database. */
	private static List<String> together(Path folder, String database) throws IOException {
		var settings = Files.createTempFile("training", ".yml");
		Files.writeString(settings, Files.readString(folder.resolve(TOGETHER))
			.replaceAll("mongodb://\\S+/([\\w-]+)\\?\\S*", database.replace("training", "$1")));
		return List.of("@together.options", "@class-path.options", "-Dparley.training=true",
				"org.parley.host.HostApplication", settings.toString());
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
