package org.parley.launcher.backup;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.mongodb.client.MongoClients;
import org.jspecify.annotations.Nullable;
import org.parley.launcher.backup.BackupFolder.BackupManifest;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Starts Parley with the data of a backup. RabbitMQ and Redis start empty: events that
 * had been sent but not handled at the time of the backup are replaced by snapshots of
 * what their publishers know.
 */
@Command(name = "restore",
		description = "Replace all data by a backup, start everything, and bring consumers up to date.")
public final class RestoreCommand implements Callable<Integer> {

	@Parameters(paramLabel = "folder", description = "the folder of the backup")
	private Path folder = Path.of("");

	@Option(names = "--replace", description = "delete the data of this checkout")
	private boolean replace;

	@Option(names = "--port", paramLabel = "N", description = "the gateway's port, as for ./parley up")
	private @Nullable String port;

	@Spec
	private @Nullable CommandSpec spec;

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		var backup = new BackupFolder(this.folder.toAbsolutePath().normalize());
		var manifest = backup.read();
		backup.requireComplete(manifest);
		CheckoutLock.runExclusively(this.checkout, () -> {
			load(backup, manifest);
			return manifest;
		});
		var status = up();
		if (status == 0) {
			try (var gateway = new GatewayClient(URI.create(Status.of(this.checkout).gateway()))) {
				new UpdateConsumers(this.checkout, gateway).run();
			}
			System.out.printf("Restored the backup of %s: %,d documents.%n", manifest.createdAt(), manifest.count());
		}
		return status;
	}

	private void load(BackupFolder backup, BackupManifest manifest) {
		if (new Parts(this.checkout).isAnyAlive()) {
			throw new LauncherException("Parley is running. Stop it with ./parley down.");
		}
		var secrets = this.checkout.state().resolve("secrets");
		if (Files.exists(secrets) && !this.replace) {
			throw new LauncherException("This checkout has data. Add --replace to delete it.");
		}
		this.checkout.wipe();
		backup.restoreSecrets(secrets);
		backup.restoreObjects(this.checkout.objects());
		try (var client = MongoClients.create(this.checkout.runningServers().mongoUri())) {
			new RestoreDatabases(client, backup).run(manifest);
		}
	}

	private int up() {
		var arguments = new ArrayList<>(List.of("--no-build"));
		if (this.port != null) {
			arguments.addAll(List.of("--port", this.port));
		}
		var commands = Objects.requireNonNull(this.spec).root().commandLine().getSubcommands();
		return Objects.requireNonNull(commands.get("up")).execute(arguments.toArray(String[]::new));
	}

}
