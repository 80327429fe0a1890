package org.parley.storage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * Serves a folder by the S3 protocol, and its health on another port. S3Proxy knows no
 * checksum headers and ignores them, so it does not compare an upload with its checksum.
 */
final class ObjectStorage {

	private final S3Proxy s3;

	private final HttpServer health;

	/**
	 * Creates a storage that is not started.
	 * @param address where it listens
	 * @param s3Port the port of S3; 0 for any
	 * @param healthPort the port of its health; 0 for any
	 */
	ObjectStorage(Path folder, StorageAccess access, String address, int s3Port, int healthPort) throws IOException {
		var bucket = Files.createDirectories(folder.resolve(access.bucket()));
		// S3Proxy lists a folder for everyone whom the file system lets read it.
		Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
		this.s3 = S3Proxy.builder()
			.blobStore(store(folder).getBlobStore())
			.endpoint(URI.create("http://" + address + ":" + s3Port))
			.awsAuthentication(AuthenticationType.AWS_V4, access.accessKey(), access.secretKey())
			.corsRules(new CrossOriginResourceSharing(List.of(access.origin()), List.of("PUT"), List.of("*"), List.of(),
					""))
			.ignoreUnknownHeaders(true)
			.build();
		this.health = HttpServer.create(new InetSocketAddress(address, healthPort), 0);
		this.health.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.health.createContext("/readyz", ObjectStorage::respond);
	}

	/** Names no provider by its id, because that would load the clients of all clouds. */
	private static BlobStoreContext store(Path folder) {
		var properties = new Properties();
		properties.setProperty("jclouds.filesystem.basedir", folder.toAbsolutePath().toString());
		return ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
			.credentials("local", "local")
			.overrides(properties)
			.build(BlobStoreContext.class);
	}

	void start() throws Exception {
		this.s3.start();
		this.health.start();
	}

	void stop() throws Exception {
		this.health.stop(0);
		this.s3.stop();
	}

	int s3Port() {
		return this.s3.getPort();
	}

	int healthPort() {
		return this.health.getAddress().getPort();
	}

	private static void respond(HttpExchange exchange) throws IOException {
		try (exchange) {
			var body = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
