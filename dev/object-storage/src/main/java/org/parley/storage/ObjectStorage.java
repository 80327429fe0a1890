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
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * Serves a folder by the S3 protocol, and its health on another port.
 */
final class ObjectStorage {

	private final Tomcat s3;

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
		this.s3 = server(address, s3Port,
				servlet(S3Proxy.builder()
					.blobStore(store(folder).getBlobStore())
					.awsAuthentication(AuthenticationType.AWS_V4, access.accessKey(), access.secretKey())
					.corsRules(new CrossOriginResourceSharing(List.of(access.origin()), List.of("PUT"), List.of("*"),
							List.of(), ""))
					.endpoint(URI.create("http://" + address))
					.ignoreUnknownHeaders(true)
					.build()));
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

	/** S3Proxy has no public way to its servlet, and so to a filter before it. */
	private static Servlet servlet(S3Proxy proxy) {
		try {
			var handler = S3Proxy.class.getDeclaredField("handler");
			handler.setAccessible(true);
			return (Servlet) handler.get(proxy);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Boot's server instead of the Jetty in S3Proxy, whose version is that of S3Proxy.
	 */
	private static Tomcat server(String address, int port, Servlet servlet) throws IOException {
		// A process can have only one factory, and may run other web servers.
		TomcatURLStreamHandlerFactory.disable();
		var server = new Tomcat();
		server.setBaseDir(Files.createTempDirectory("parley-storage").toString());
		var connector = new Connector();
		connector.setPort(port);
		connector.setProperty("address", address);
		connector.getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.setConnector(connector);
		((StandardHost) server.getHost()).setErrorReportValveClass(null);
		var context = (StandardContext) server.addContext("", null);
		context.setClearReferencesThreadLocals(false);
		context.setClearReferencesRmiTargets(false);
		addFilter(context, new SignedRequestFilter());
		Tomcat.addServlet(context, "s3", servlet);
		context.addServletMappingDecoded("/*", "s3");
		return server;
	}

	private static void addFilter(Context context, Filter filter) {
		var definition = new FilterDef();
		definition.setFilterName("filter");
		definition.setFilter(filter);
		context.addFilterDef(definition);
		var mapping = new FilterMap();
		mapping.setFilterName("filter");
		mapping.addURLPattern("/*");
		context.addFilterMap(mapping);
	}

	void start() throws Exception {
		this.s3.start();
		this.health.start();
	}

	void stop() throws Exception {
		this.health.stop(0);
		this.s3.stop();
		this.s3.destroy();
	}

	int s3Port() {
		return this.s3.getConnector().getLocalPort();
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

	/**
	 * The credentials that may use the storage.
	 *
	 * @param accessKey the name of the key
	 * @param secretKey the secret that signs requests
	 * @param origin the origin of the pages that upload files, for CORS
	 */
	record StorageAccess(String accessKey, String secretKey, String bucket, String origin) {
	}

}
