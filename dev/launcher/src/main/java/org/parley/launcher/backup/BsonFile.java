package org.parley.launcher.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.bson.RawBsonDocument;
import org.parley.launcher.process.LauncherException;

/**
 * A file of documents, one after the other.
 *
 * @see <a href="https://bsonspec.org/spec.html">BSON</a>
 */
record BsonFile(Path path) {

	private static final int BATCH_DOCUMENTS = 1_000;

	private static final int BATCH_BYTES = 8 * 1024 * 1024;

	private static final int SMALLEST_DOCUMENT = 5;

	private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;

	/**
	 * Reads the documents in batches.
	 * @return their number
	 * @throws LauncherException if the file does not consist of whole documents
	 */
	long read(Consumer<List<RawBsonDocument>> batches) {
		var count = 0L;
		try (var documents = new DataInputStream(new BufferedInputStream(Files.newInputStream(this.path)))) {
			for (var batch = read(documents); !batch.isEmpty(); batch = read(documents)) {
				batches.accept(batch);
				count += batch.size();
			}
			return count;
		}
		catch (IOException ex) {
			throw new LauncherException("The backup is damaged: %s: %s".formatted(this.path, ex.getMessage()));
		}
	}

	private static List<RawBsonDocument> read(DataInputStream documents) throws IOException {
		var batch = new ArrayList<RawBsonDocument>();
		var bytes = 0L;
		while (batch.size() < BATCH_DOCUMENTS && bytes < BATCH_BYTES && hasMore(documents)) {
			var document = readDocument(documents);
			bytes += document.length;
			batch.add(new RawBsonDocument(document));
		}
		return batch;
	}

	private static boolean hasMore(DataInputStream documents) throws IOException {
		documents.mark(1);
		var more = documents.read() >= 0;
		documents.reset();
		return more;
	}

	/** A document begins with its length in bytes, least significant byte first. */
	private static byte[] readDocument(DataInputStream documents) throws IOException {
		var length = Integer.reverseBytes(documents.readInt());
		if (length < SMALLEST_DOCUMENT || length > LARGEST_DOCUMENT) {
			throw new IOException("a document of %d bytes".formatted(length));
		}
		var document = new byte[length];
		for (var shift = 0; shift < Integer.BYTES; shift++) {
			document[shift] = (byte) (length >>> (Byte.SIZE * shift));
		}
		documents.readFully(document, Integer.BYTES, length - Integer.BYTES);
		return document;
	}

}
