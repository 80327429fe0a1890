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
 * Reads bodies. Large ones share a limited memory, of which each holds no more than it
 * has received, so that slow senders do not keep others waiting.
 */
@Component
public class BodyMemory {

	/** A body may have 25 MB, and takes a few times that while it grows and is stored. */
	private static final int LARGE_BODIES = 2;

	private static final int LARGEST_BODY = 26_214_400;

	private static final int PART = Receipt.LARGEST + 1;

	/** Below the time that the gateway gives a client to send a body. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private final Semaphore parts = new Semaphore(LARGE_BODIES * (LARGEST_BODY / PART + 2), true);

	/** Reads a body, and keeps its memory until it is handled. */
	public <T> T read(InputStream body, Function<byte[], T> handler) throws IOException {
		var start = body.readNBytes(PART);
		return (start.length < PART) ? handler.apply(start) : readLarge(start, body, handler);
	}

	private <T> T readLarge(byte[] start, InputStream body, Function<byte[], T> handler) throws IOException {
		var all = new ByteArrayOutputStream(4 * PART);
		var held = 0;
		try {
			for (var part = start; part.length > 0; part = body.readNBytes(PART)) {
				acquire();
				held++;
				all.writeBytes(part);
			}
			return handler.apply(all.toByteArray());
		}
		finally {
			this.parts.release(held);
		}
	}

	private void acquire() {
		try {
			if (this.parts.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
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
