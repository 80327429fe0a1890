package org.parley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Random secrets by name for development. Each is generated at its first use and stored
 * in a file that only its owner may read.
 */
public final class SecretFile {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Path file;

	private SecretFile(Path file) {
		this.file = file;
	}

	public static SecretFile in(Path file) {
		return new SecretFile(file);
	}

	/**
	 * Returns a secret of 32 random bytes in hexadecimal.
	 */
	public String get(String name) {
		synchronized (RANDOM) {
			var known = read();
			var secret = known.getProperty(name);
			if (secret == null) {
				secret = random(32);
				known.setProperty(name, secret);
				write(known);
			}
			return secret;
		}
	}

	private static String random(int bytes) {
		var random = new byte[bytes];
		RANDOM.nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	private Properties read() {
		var secrets = new Properties();
		if (Files.exists(this.file)) {
			try (var reader = Files.newBufferedReader(this.file)) {
				secrets.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return secrets;
	}

	private void write(Properties secrets) {
		try {
			var directory = this.file.toAbsolutePath().getParent();
			Files.createDirectories(directory);
			var fresh = Files.createTempFile(directory, "secrets", "",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			try (var writer = Files.newBufferedWriter(fresh)) {
				secrets.store(writer, null);
			}
			Files.move(fresh, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
