package org.parley.webhook.receipt.inbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.webhook.receipt.Receipt;

import org.springframework.stereotype.Component;

/**
 * Reads bodies, of which only a few large ones are in memory at a time. The others wait
 * unread.
 */
@Component
public class BodyMemory {

	/** Each may have 25 MB, and takes a few times that while it grows and is stored. */
	private static final int LARGE_BODIES = 2;

	/** Below the time that the gateway gives a client to send a body. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private final Semaphore permits = new Semaphore(LARGE_BODIES, true);

	/** Reads a body, and keeps its memory until it is handled. */
	public <T> T read(InputStream body, Function<byte[], T> handler) throws IOException {
		var start = body.readNBytes(Receipt.LARGEST + 1);
		if (start.length <= Receipt.LARGEST) {
			return handler.apply(start);
		}
		acquire();
		try {
			return handler.apply(readRest(start, body));
		}
		finally {
			this.permits.release();
		}
	}

	private static byte[] readRest(byte[] start, InputStream body) throws IOException {
		var all = new ByteArrayOutputStream(4 * start.length);
		all.writeBytes(start);
		body.transferTo(all);
		return all.toByteArray();
	}

	private void acquire() {
		try {
			if (this.permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw RefusalException.later(RefusalKind.UNAVAILABLE, "service.unavailable",
				"Too many large webhooks are being received.", Duration.ofSeconds(1));
	}

}
