package org.parley.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.net.httpserver.HttpServer;

/**
 * A minimal service for tests: it extracts itself, and serves {@code /readyz} and
 * {@code /mails}. A file {@code <service>.fails} or {@code <service>.hangs} in the
 * configuration folder makes it exit or never become ready; with the property
 * {@code calls} it calls a method so often instead.
 */
public final class FakeService {

	private FakeService() {
	}

	/**
	 * Builds the service as an executable jar.
	 * @return the jar
	 */
	public static Path build(Path file) throws IOException {
		var manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
		Files.createDirectories(file.getParent());
		try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
				var code = FakeService.class.getResourceAsStream("FakeService.class")) {
			jar.putNextEntry(new JarEntry(FakeService.class.getName().replace('.', '/') + ".class"));
			jar.write(Objects.requireNonNull(code).readAllBytes());
		}
		return file;
	}

	static void main(String[] args) throws IOException {
		var jar = Path.of(System.getProperty("java.class.path"));
		if (args.length > 0) {
			var destination = Files.createDirectories(Path.of(args[args.length - 1]));
			Files.copy(jar, destination.resolve(jar.getFileName()));
			return;
		}
		if (System.getProperty("calls") != null) {
			work(Integer.getInteger("calls"));
		}
		else {
			serve(jar.getFileName().toString().replaceAll("-\\d.*", ""));
		}
	}

	private static void work(int calls) {
		var sum = 0;
		for (var call = 0; call < calls; call++) {
			sum = next(sum, call);
		}
		System.out.println(sum);
	}

	private static int next(int sum, int call) {
		var next = sum;
		for (var bit = 1; bit < Byte.SIZE; bit++) {
			next += Integer.rotateLeft(call, bit);
		}
		return next;
	}

	private static void serve(String service) throws IOException {
		var settings = Path.of(System.getenv("PARLEY_CONFIG_DIR"));
		if (Files.exists(settings.resolve(service + ".fails"))) {
			System.out.println("the setting parley.colour is missing");
			System.exit(3);
		}
		var status = Files.exists(settings.resolve(service + ".hangs")) ? 503 : 200;
		var server = HttpServer.create(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("PORT"))), 0);
		server.createContext("/readyz", (exchange) -> {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		server.createContext("/metrics", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("process_uptime_seconds 1\n".getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		server.createContext("/mails", (exchange) -> {
			var mail = "[{\"to\":\"alice@example.org\",\"subject\":\"Hello\",\"text\":\"http://localhost/a\","
					+ "\"html\":\"\",\"links\":[],\"messageId\":\"\",\"date\":\"\"}]";
			exchange.sendResponseHeaders(200, mail.length());
			exchange.getResponseBody().write(mail.getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		server.start();
		System.out.println(service + " started");
	}

}
