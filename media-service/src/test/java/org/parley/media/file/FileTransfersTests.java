package org.parley.media.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.parley.platform.web.problem.BulkheadFilter;
import org.parley.platform.web.problem.Problems;
import org.parley.platform.web.problem.RequestBulkhead;
import org.parley.platform.web.problem.RequestLimits;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class FileTransfersTests {

	private final AtomicLong nanoTime = new AtomicLong();

	private final FileTransfers transfers = new FileTransfers(this.nanoTime::get);

	@Test
	void oneAddressReads64FilesAtATime() throws IOException {
		whileReading(64, "10.0.0.%d", 1, () -> {
			assertThat(send("10.0.0.1")).isFalse();
			assertThat(send("10.0.0.2")).isTrue();
		});
		assertThat(send("10.0.0.1")).isTrue();
	}

	@Test
	void all512FilesAreReadAtATime() throws IOException {
		whileReading(512, "10.0.0.%d", 512, () -> assertThat(send("10.0.1.1")).isFalse());
		assertThat(send("10.0.1.1")).isTrue();
	}

	@Test
	void otherRequestIsProcessedWhileAFileIsRead() throws Exception {
		var bulkhead = new RequestBulkhead(new RequestLimits(1, 0, Duration.ZERO, Map.of()));
		var filter = new BulkheadFilter(() -> bulkhead, new Problems(JsonMapper.shared()));
		var other = new AtomicInteger();
		var request = request("10.0.0.1");
		filter.doFilter(request, new MockHttpServletResponse(), (_, _) -> this.transfers.send(new Reading(() -> {
			other.set(status(filter));
			return -1;
		}), request, new MockHttpServletResponse(), () -> {
		}));
		assertThat(other).hasValue(200);
	}

	private static int status(BulkheadFilter filter) throws IOException {
		var response = new MockHttpServletResponse();
		try {
			filter.doFilter(request("10.0.0.2"), response, (_, _) -> {
			});
		}
		catch (ServletException ex) {
			throw new IOException(ex);
		}
		return response.getStatus();
	}

	@Test
	void fileThatIsReadTooSlowlyEnds() {
		assertThatIOException().isThrownBy(() -> this.transfers.send(new Reading(() -> {
			this.nanoTime.addAndGet(Duration.ofMinutes(11).toNanos());
			return 1;
		}), request("10.0.0.1"), new MockHttpServletResponse(), () -> {
		})).withMessage("The client reads too slowly");
	}

	/** Runs an action while files are being read by a number of addresses. */
	private void whileReading(int files, String addresses, int count, Action action) throws IOException {
		if (files == 0) {
			action.run();
			return;
		}
		this.transfers.send(new Reading(() -> {
			whileReading(files - 1, addresses, count, action);
			return -1;
		}), request(addresses.formatted(files % count + 1)), new MockHttpServletResponse(), () -> {
		});
	}

	private boolean send(String address) throws IOException {
		var response = new MockHttpServletResponse();
		var isSent = this.transfers.send(new ByteArrayInputStream(new byte[100_000]), request(address), response,
				() -> response.setHeader("ETag", "x"));
		assertThat(response.getContentAsByteArray()).hasSize(isSent ? 100_000 : 0);
		assertThat(response.containsHeader("ETag")).isEqualTo(isSent);
		return isSent;
	}

	private static MockHttpServletRequest request(String address) {
		var request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		return request;
	}

	private interface Action {

		void run() throws IOException;

	}

	private interface Source {

		int read() throws IOException;

	}

	/** A file whose content depends on what happens meanwhile. */
	private static final class Reading extends InputStream {

		private final Source source;

		Reading(Source source) {
			this.source = source;
		}

		@Override
		public int read() throws IOException {
			return this.source.read();
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			return this.source.read();
		}

	}

}
