package org.parley.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.host.sample.SampleApplication;
import org.parley.localstack.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample as a jar with chosen libraries, and its answers. */
record SampleService(String name, int port, ServiceSettings settings) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static final Predicate<String> ALL = (library) -> true;

	/** Builds the sample's jar with the tests' libraries that match. */
	static SampleService build(Path folder, String name, Predicate<String> libraries, Map<String, String> variables)
			throws IOException {
		var environment = new HashMap<>(variables);
		var port = FreePort.find();
		environment.put("SERVER_PORT", String.valueOf(port));
		return new SampleService(name, port,
				new ServiceSettings(name, jar(folder.resolve(name + ".jar"), libraries), null, environment));
	}

	private static Path jar(Path jar, Predicate<String> libraries) throws IOException {
		var manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SampleApplication.class.getName());
		manifest.getMainAttributes()
			.put(Attributes.Name.CLASS_PATH,
					Stream.of(System.getProperty("java.class.path").split(":", -1))
						.map((path) -> Path.of(path).getFileName().toString())
						.filter((file) -> file.endsWith(".jar") && libraries.test(file))
						.collect(Collectors.joining(" ")));
		var classes = Path.of("target", "test-classes");
		try (var output = new JarOutputStream(Files.newOutputStream(jar), manifest);
				var files = Files.walk(classes.resolve("org/parley/host/sample"))) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				output.putNextEntry(new JarEntry(classes.relativize(file).toString()));
				output.write(Files.readAllBytes(file));
			}
		}
		return jar;
	}

	JsonNode self() throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(get("/self").body());
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(this.port, path))).build(),
				BodyHandlers.ofString());
	}

}
