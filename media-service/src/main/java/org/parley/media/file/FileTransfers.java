package org.parley.media.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.platform.web.ClientAddress;
import org.parley.platform.web.problem.BulkheadFilter;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends files as fast as their readers read. Slow readers leave the other requests their
 * room, and have limits of their own: together, because each holds a connection of the
 * gateway, which has 1,024 to a service; for one address; and of time. A file that fits
 * into the buffers of the network is sent at once.
 */
@Component
class FileTransfers {

	private static final int CONCURRENT = 512;

	private static final int CONCURRENT_OF_ADDRESS = 64;

	/** Enough for the largest video at 1 Mbit/s. */
	private static final Duration LONGEST = Duration.ofMinutes(10);

	private static final int BUFFER = 16_384;

	private final AtomicInteger all = new AtomicInteger();

	private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	@Autowired
	FileTransfers() {
		this(System::nanoTime);
	}

	FileTransfers(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Sends a file.
	 * @param headers sets the headers of the response
	 * @return false if nothing was sent, because too many others are being sent
	 * @throws IOException if the client has gone, or reads too slowly
	 */
	boolean send(InputStream file, HttpServletRequest request, HttpServletResponse response, Runnable headers)
			throws IOException {
		var address = ClientAddress.of(request);
		if (!begin(address)) {
			return false;
		}
		try {
			headers.run();
			BulkheadFilter.admitAnother(request);
			copy(file, response.getOutputStream());
			return true;
		}
		finally {
			end(address);
		}
	}

	private boolean begin(String address) {
		var isWithinLimits = this.all.incrementAndGet() <= CONCURRENT;
		if (this.byAddress.merge(address, 1, Integer::sum) <= CONCURRENT_OF_ADDRESS && isWithinLimits) {
			return true;
		}
		end(address);
		return false;
	}

	private void end(String address) {
		this.all.decrementAndGet();
		this.byAddress.computeIfPresent(address, (_, count) -> (count > 1) ? count - 1 : null);
	}

	private void copy(InputStream file, OutputStream client) throws IOException {
		var start = this.nanoTime.getAsLong();
		var buffer = new byte[BUFFER];
		for (var count = file.read(buffer); count >= 0; count = file.read(buffer)) {
			if (this.nanoTime.getAsLong() - start > LONGEST.toNanos()) {
				throw new IOException("The client reads too slowly");
			}
			client.write(buffer, 0, count);
		}
	}

}
