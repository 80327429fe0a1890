package org.parley.launcher.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/**
 * Allows one command at a time to start or stop processes of a checkout.
 */
public final class CheckoutLock {

	private CheckoutLock() {
	}

	public static <T> T runExclusively(Checkout checkout, Callable<T> change) throws Exception {
		try (var channel = channel(checkout)) {
			var lock = channel.tryLock();
			if (lock == null) {
				System.out.println("Waiting for another ./parley command in this checkout to finish.");
				channel.lock();
			}
			return change.call();
		}
	}

	private static FileChannel channel(Checkout checkout) {
		try {
			Files.createDirectories(checkout.state());
			return FileChannel.open(checkout.state().resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
