package org.parley.webhook.receipt.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import org.parley.webhook.receipt.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyMemoryTests {

	private static final int LARGEST = 26_214_400;

	private final BodyMemory memory = new BodyMemory();

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, Receipt.LARGEST, Receipt.LARGEST + 1, Receipt.LARGEST + 2, 3 * Receipt.LARGEST + 3,
			LARGEST })
	void bodyIsReadWhole(int length) throws IOException {
		var body = new byte[length];
		for (var index = 0; index < length; index++) {
			body[index] = (byte) (index / 7);
		}
		byte[] read = this.memory.read(new ByteArrayInputStream(body), (all) -> all);
		assertThat(read).isEqualTo(body);
	}

	@Test
	void slowSendersDoNotKeepOthersWaiting() throws Exception {
		var senders = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var slow = new ArrayList<Future<Integer>>();
			for (var sender = 0; sender < 20; sender++) {
				slow.add(threads.submit(() -> this.memory.read(new SlowBody(senders), (read) -> read.length)));
			}
			assertThat(read(LARGEST)).isEqualTo(LARGEST);
			senders.countDown();
			for (var sender : slow) {
				assertThat(sender.get()).isEqualTo(Receipt.LARGEST + 1);
			}
		}
	}

	@Test
	void memoryIsLimited() throws IOException {
		var refused = this.memory.read(body(LARGEST), (_) -> read(LARGEST, () -> {
			assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> read(LARGEST));
			return read(Receipt.LARGEST);
		}));
		assertThat(refused).isEqualTo(Receipt.LARGEST);
		assertThat(read(LARGEST)).as("after them").isEqualTo(LARGEST);
	}

	private int read(int length) {
		return read(length, () -> length);
	}

	private int read(int length, IntSupplier handler) {
		try {
			return this.memory.read(body(length), (_) -> handler.getAsInt());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream body(int length) {
		return new ByteArrayInputStream(new byte[length]);
	}

	/** A large body whose end comes late. */
	private static final class SlowBody extends SequenceInputStream {

		SlowBody(CountDownLatch end) {
			super(body(Receipt.LARGEST + 1), new InputStream() {

				@Override
				public int read() throws IOException {
					try {
						end.await();
						return -1;
					}
					catch (InterruptedException ex) {
						throw new IOException(ex);
					}
				}

				@Override
				public int read(byte[] bytes, int offset, int length) throws IOException {
					return read();
				}

			});
		}

	}

}
