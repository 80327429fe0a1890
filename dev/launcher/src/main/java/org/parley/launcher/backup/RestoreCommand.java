package org.parley.launcher.backup;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.mongodb.client.MongoClients;
import org.jspecify.annotations.Nullable;
import org.parley.launcher.backup.BackupFolder.BackupManifest;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.command.PortConverter;
import org.parley.launcher.command.UpCommand;
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

	@Option(names = "--port", paramLabel = "N", defaultValue = "${env:PARLEY_PORT}", converter = PortConverter.class,
			description = "the gateway's port, as for ./parley up")
	private @Nullable Integer port;

	@Spec
	private @Nullable CommandSpec spec;

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		var backup = new BackupFolder(this.folder.toAbsolutePath().normalize());
		var manifest = backup.read();
		backup.requireComplete(manifest);
		var gatewayPort = Objects.requireNonNullElse(this.port, UpCommand.DEFAULT_PORT);
		CheckoutLock.runExclusively(this.checkout, () -> {
			requireStopped();
			UpCommand.requireFree(gatewayPort);
			load(backup, manifest);
			return manifest;
		});
		var status = up(gatewayPort);
		if (status == 0) {
			try (var gateway = new GatewayClient(URI.create(Status.of(this.checkout).gateway()))) {
				new UpdateConsumers(this.checkout, gateway).run();
			}
			System.out.printf("Restored the backup of %s: %,d documents.%n", manifest.createdAt(), manifest.count());
		}
		else {
			System.out.println("The backup is loaded, but not in use. Repeat the command with --replace.");
		}
		return status;
	}

	private void requireStopped() {
		if (new Parts(this.checkout).isAnyAlive()) {
			throw new LauncherException("Parley is running. Stop it with ./parley down.");
		}
	}

	private void load(BackupFolder backup, BackupManifest manifest) {
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

	private int up(int gatewayPort) {
		var commands = Objects.requireNonNull(this.spec).root().commandLine().getSubcommands();
		return Objects.requireNonNull(commands.get("up")).execute("--no-build", "--port", String.valueOf(gatewayPort));
	}

}
