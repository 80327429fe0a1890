package org.parley.bench.system;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import javax.imageio.ImageIO;
import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.TimingWriters;
import org.parley.bench.timing.Timings;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.localstack.LocalStack;
import org.parley.system.ServiceDatabase;

/**
 * Measures media-service: photos of 12 megapixels and videos one at a time, and a hundred
 * photos at once. The time counts from the completion of an upload until it is ready, the
 * processor time is that of media-service with its decoders.
 *
 * @param checkout the checkout whose Parley is measured
 * @param gateway the client of the gateway
 * @param servers the measured processes
 */
public record MediaBench(Checkout checkout, GatewayClient gateway, ServerProcesses servers) {

	private static final String SERVICE = "media-service";

	private static final int WIDTH = 4_000;

	private static final int HEIGHT = 3_000;

	private static final int PHOTOS = 10;

	private static final int AT_ONCE = 100;

	private static final int VIDEOS = 2;

	private static final int VIDEO_SECONDS = 10;

	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	public List<ResultTable> measure() {
		var photo = photo();
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		measure("image/jpeg", photo, 2, 1);
		rows.put("photo of 12 megapixels", measure("image/jpeg", photo, PHOTOS, 1));
		rows.put("%d photos at once".formatted(AT_ONCE), measure("image/jpeg", photo, AT_ONCE, AT_ONCE));
		rows.put("video of %d s, 1280 × 720".formatted(VIDEO_SECONDS), measure("video/mp4", video(), VIDEOS, 1));
		return List.of(new ResultTable("medium", rows));
	}

	private Map<String, Double> measure(String contentType, byte[] file, int count, int atOnce) {
		var people = TimingWriters.register(this.gateway, atOnce);
		var media = this.servers.of("media");
		try (var storage = HttpClient.newHttpClient();
				var database = new ServiceDatabase(SERVICE, this.checkout.serversOf(SERVICE))) {
			var uploads = IntStream.range(0, count)
				.mapToObj((i) -> TimedUpload.begin(storage, people.get(i % atOnce), contentType, file))
				.toList();
			var before = media.usage();
			var start = System.nanoTime();
			var ready = new ArrayList<Duration>();
			var mostKb = 0L;
			for (var first = 0; first < count; first += atOnce) {
				var some = uploads.subList(first, first + atOnce);
				mostKb = Math.max(mostKb, await(database, media, some, ready));
			}
			var timings = new Timings(contentType, ready, Duration.ofNanos(System.nanoTime() - start));
			return row(timings, Usage.sum(media.usageSince(before)).cpuMillis(), mostKb);
		}
	}

	/**
	 * Completes uploads and waits until all are ready; returns the most memory in KiB.
	 */
	private static long await(ServiceDatabase database, ServerProcesses media, List<TimedUpload> uploads,
			List<Duration> ready) {
		var start = System.nanoTime();
		Stopwatch.runConcurrently("complete",
				uploads.stream().map((upload) -> List.<Runnable>of(upload::complete)).toList());
		var ids = uploads.stream().map(TimedUpload::id).toList();
		var times = new HashMap<String, Duration>();
		var mostKb = 0L;
		while (times.size() < ids.size()) {
			var now = Duration.ofNanos(System.nanoTime() - start);
			if (now.compareTo(TIMEOUT) > 0) {
				throw new LauncherException("Media are not ready after %d min.".formatted(TIMEOUT.toMinutes()));
			}
			database.find("media", Filters.and(Filters.in("_id", ids), Filters.eq("state", "READY")), "_id")
				.forEach((medium) -> times.putIfAbsent(medium.getString("_id"), now));
			mostKb = Math.max(mostKb, Usage.sum(media.usage()).rssKb());
			Await.sleep(POLL_INTERVAL);
		}
		ready.addAll(times.values());
		return mostKb;
	}

	private static Map<String, Double> row(Timings timings, long cpuMillis, long mostKb) {
		var row = new LinkedHashMap<String, Double>();
		row.put("per second", timings.perSecond());
		row.put("ready p50 ms", timings.millis(50));
		row.put("ready p95 ms", timings.millis(95));
		row.put("ready max ms", timings.millis(100));
		row.put("CPU ms each", (double) cpuMillis / timings.each().size());
		row.put("most RSS MB", mostKb / 1_024.0);
		return row;
	}

	/** Colours that run into each other, with some noise, as in a photo. */
	private static byte[] photo() {
		var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
		var random = new Random(12);
		for (var y = 0; y < HEIGHT; y++) {
			for (var x = 0; x < WIDTH; x++) {
				var noise = random.nextInt(16);
				image.setRGB(x, y, (x * 239 / WIDTH + noise) << 16 | (y * 239 / HEIGHT + noise) << 8
						| ((x + y) * 239 / (WIDTH + HEIGHT) + noise));
			}
		}
		try (var bytes = new ByteArrayOutputStream()) {
			ImageIO.write(image, "jpg", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] video() {
		try {
			var file = Files.createTempFile("parley-bench", ".mp4");
			var process = new ProcessBuilder(LocalStack.tool("ffmpeg").toString(), "-nostdin", "-y", "-loglevel",
					"error", "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30:duration=" + VIDEO_SECONDS,
					"-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", file.toString())
				.inheritIO()
				.start();
			if (process.onExit().join().exitValue() != 0) {
				throw new LauncherException("ffmpeg cannot make a video");
			}
			var bytes = Files.readAllBytes(file);
			Files.delete(file);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
