package org.parley.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import org.parley.launcher.backup.BackupCommand;
import org.parley.launcher.backup.RestoreCommand;
import org.parley.launcher.command.AccountsCommand;
import org.parley.launcher.command.DownCommand;
import org.parley.launcher.command.LogsCommand;
import org.parley.launcher.command.MailCommand;
import org.parley.launcher.command.RestartCommand;
import org.parley.launcher.command.StartCommand;
import org.parley.launcher.command.StatusCommand;
import org.parley.launcher.command.StopCommand;
import org.parley.launcher.command.UpCommand;
import org.parley.launcher.develop.DevCommand;
import org.parley.launcher.scaffold.NewServiceCommand;
import org.parley.launcher.process.LauncherException;
import org.parley.localstack.StackUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/**
 * The main class, with all subcommands.
 */
@Command(name = "./parley", description = "Runs Parley on this machine.", mixinStandardHelpOptions = true,
		scope = ScopeType.INHERIT, versionProvider = Parley.Version.class,
		subcommands = { UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class,
				RestartCommand.class, DevCommand.class, StopCommand.class, StartCommand.class, AccountsCommand.class,
				MailCommand.class, BackupCommand.class, RestoreCommand.class, NewServiceCommand.class })
public final class Parley {

	private static final String[] FOOTER = { "  bench     Measure a running Parley: ./parley bench --help",
			"  demo      Run a scripted tour of all features and print each step: ./parley demo --help",
			"  seed      Fill a running Parley with generated data: ./parley seed --help",
			"  drill     Inject faults into a running Parley: ./parley drill --help",
			"  test      Build and test everything: `./mvnw -B -Psbom -Dparley.sbom.skip=true verify` with options;",
			"            with --drills also two short drills.", "",
			"Exit status: 0 success, 1 failure or not ready, 2 invalid arguments." };

	private Parley() {
	}

	static void main(String[] args) {
		System.exit(commandLine().execute(args));
	}

	/** Runs {@code ./parley} with commands of another module. */
	public static int execute(String[] args, Object... commands) {
		return commandLine(commands).execute(args);
	}

	static CommandLine commandLine(Object... more) {
		var line = new CommandLine(new Parley());
		Stream.of(more).forEach(line::addSubcommand);
		line.getCommandSpec().usageMessage().footer(FOOTER);
		return line.setExecutionExceptionHandler((failure, command, parsed) -> {
			command.getErr().println(message(failure));
			return 1;
		});
	}

	/**
	 * Expected failures have a message for the user; others are bugs and print a stack
	 * trace.
	 */
	private static String message(Exception failure) {
		if (failure instanceof LauncherException || failure instanceof StackUnavailableException) {
			return String.valueOf(failure.getMessage());
		}
		var trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	/**
	 * Reads the version from the build information.
	 */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() throws IOException {
			var build = new Properties();
			try (var file = Parley.class.getResourceAsStream("/META-INF/build-info.properties")) {
				build.load(Objects.requireNonNull(file));
			}
			return new String[] { "Parley " + build.getProperty("build.version") };
		}

	}

}
