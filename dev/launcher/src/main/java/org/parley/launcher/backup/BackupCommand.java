package org.parley.launcher.backup;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a backup of all databases, of media and of the secrets. */
@Command(name = "backup",
		description = "Write all databases, as of one point in time, media and the secrets to a new folder.")
public final class BackupCommand implements Callable<Integer> {

	@Parameters(paramLabel = "folder", description = "a folder that does not exist; it will contain personal data")
	private Path folder = Path.of("");

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, this::backUp);
	}

	private int backUp() {
		System.out.println(new BackUpCheckout(this.checkout).run(this.folder));
		return 0;
	}

}
