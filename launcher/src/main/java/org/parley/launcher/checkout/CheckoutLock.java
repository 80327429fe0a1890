package org.parley.launcher.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/**
 * Lets one command at a time change what runs in a checkout.
 */
public final class CheckoutLock {

	private CheckoutLock() {
	}

	public static <T> T in(Checkout checkout, Callable<T> change) throws Exception {
		try (var channel = channel(checkout)) {
			var lock = channel.tryLock();
			if (lock == null) {
				System.out.println("Waiting for another ./parley of this checkout.");
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
