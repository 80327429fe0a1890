package org.parley.launcher.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import com.mongodb.client.MongoClients;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;

/**
 * Writes a backup of all databases, of the stored media and of the secrets, while Parley
 * runs. Media are copied after the databases were read: a file exists before the database
 * names it.
 */
public final class BackUpCheckout {

	private final Checkout checkout;

	public BackUpCheckout(Checkout checkout) {
		this.checkout = checkout;
	}

	/**
	 * Writes the backup.
	 * @param folder a folder that does not exist
	 * @return a description of what was written
	 * @throws LauncherException if there is no data, the folder exists or cannot be
	 * written; then nothing of it is left
	 */
	public String run(Path folder) {
		var secrets = this.checkout.state().resolve("secrets");
		if (!Files.exists(secrets)) {
			throw new LauncherException("There is nothing to back up. Start Parley with ./parley up.");
		}
		var backup = new BackupFolder(folder.toAbsolutePath().normalize());
		return backup.fill(() -> {
			backup.saveSecrets(secrets);
			return write(backup);
		});
	}

	private String write(BackupFolder backup) {
		try (var client = MongoClients.create(this.checkout.runningServers().mongoUri())) {
			var written = new DumpDatabases(client, backup, (_) -> true).run(Instant.now());
			var files = backup.saveObjects(this.checkout.objects());
			backup.write(written);
			return "%,d documents of %d databases and %,d files of media are in %s.".formatted(written.count(),
					written.documents().size(), files, backup.path());
		}
	}

}
