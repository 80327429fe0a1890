package org.parley.launcher.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import com.mongodb.client.MongoClients;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.process.LauncherException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a backup of all databases and of the secrets that they need. */
@Command(name = "backup",
		description = "Write all databases, as of one point in time, and the secrets to a new folder.")
public final class BackupCommand implements Callable<Integer> {

	@Parameters(paramLabel = "folder", description = "a folder that does not exist; it will contain personal data")
	private Path folder = Path.of("");

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, this::backUp);
	}

	private int backUp() {
		var secrets = this.checkout.state().resolve("secrets");
		if (!Files.exists(secrets)) {
			throw new LauncherException("There is nothing to back up. Start Parley with ./parley up.");
		}
		var backup = new BackupFolder(this.folder.toAbsolutePath().normalize());
		backup.create();
		backup.saveSecrets(secrets);
		try (var client = MongoClients.create(this.checkout.runningServers().mongoUri())) {
			var written = new DumpDatabases(client, backup, (_) -> true).run(Instant.now());
			backup.write(written);
			System.out.printf("%,d documents of %d databases are in %s.%n", written.count(), written.documents().size(),
					backup.path());
		}
		return 0;
	}

}
