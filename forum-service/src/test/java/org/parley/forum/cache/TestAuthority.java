package org.parley.forum.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority and the certificate of a server on this machine, made with the
 * JDK's {@code keytool}.
 *
 * @param folder with {@code ca.pem}, {@code server.pem} and {@code server.key}
 */
record TestAuthority(Path folder) {

	private static final String PASSWORD = "changeit";

	/** Creates the authority in a new folder. */
	static TestAuthority create(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
		var authority = new TestAuthority(Files.createDirectories(folder));
		authority.issue();
		return authority;
	}

	/** The certificate of the authority, as a resource location. */
	String location() {
		return this.folder.resolve("ca.pem").toUri().toString();
	}

	private void issue() throws IOException, InterruptedException, GeneralSecurityException {
		keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Authority of a test", "-ext", "bc:c", "-keyalg", "EC");
		keytool("-genkeypair", "-alias", "server", "-dname", "CN=localhost", "-keyalg", "EC");
		keytool("-certreq", "-alias", "server", "-file", "server.csr");
		keytool("-gencert", "-alias", "ca", "-infile", "server.csr", "-outfile", "server.pem", "-rfc", "-ext",
				"san=ip:127.0.0.1,dns:localhost");
		keytool("-exportcert", "-alias", "ca", "-file", "ca.pem", "-rfc");
		Files.writeString(this.folder.resolve("server.key"), privateKey());
	}

	private void keytool(String... arguments) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-keystore", "keys.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
		var process = new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(output);
		}
	}

	private String privateKey() throws IOException, GeneralSecurityException {
		var keys = KeyStore.getInstance("PKCS12");
		try (InputStream file = Files.newInputStream(this.folder.resolve("keys.p12"))) {
			keys.load(file, PASSWORD.toCharArray());
		}
		var key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
		return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
			.formatted(Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key));
	}

}
