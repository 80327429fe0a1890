package org.parley.media.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.PictureOffered;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.StorageUnavailableException;
import org.parley.media.upload.BeginUpload.UploadRequest;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Pictures that newcomers have at other providers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FetchPictureIT extends MediaIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String AVATAR = "avatar";

	private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private FetchPicture fetchPicture;

	@Autowired
	private MediaItems items;

	@Autowired
	private BeginUpload beginUpload;

	@Autowired
	private UploadFetchedFile uploadFetchedFile;

	@Autowired
	private PictureFetchSettings settings;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final HttpServer provider;

	FetchPictureIT() throws IOException {
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeAll
	void startProvider() {
		this.provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.provider.createContext("/", this::answer);
		this.provider.start();
	}

	@AfterAll
	void stopProvider() {
		this.stopped.countDown();
		this.provider.stop(0);
	}

	@Test
	void offeredPictureIsFetchedOnceAndBecomesAMediumOfThePerson() {
		var alice = aPerson();
		var id = Ids.next();
		publish(new PictureOffered(alice.id(), id, address("/good.png")));
		var media = settled(alice, id);
		assertThat(media.path("state").asString()).isEqualTo("ready");
		assertThat(media.path("purpose").asString()).isEqualTo(AVATAR);
		this.fetchPicture.fetch(new PictureOffered(alice.id(), id, address("/good.png")));
		assertThat(this.requests.get("/good.png")).hasValue(1);
	}

	@Test
	void uploadThatACrashHasInterruptedGoesOn() {
		var alice = aPerson();
		var id = Ids.next();
		var picture = TestPictures.png(300, 200);
		this.beginUpload.begin(id, new UploadRequest(MediaPurpose.AVATAR, UploadContentType.JPEG, (long) picture.length,
				Sha256.hex(picture)), alice.id());
		this.fetchPicture.fetch(new PictureOffered(alice.id(), id, address("/good.png")));
		assertThat(settled(alice, id).path("state").asString()).isEqualTo("ready");
	}

	@Test
	void uploadBeginsWhenTheStorageHasThePicture() {
		var alice = aPerson();
		var id = Ids.next();
		var offer = new PictureOffered(alice.id(), id, address("/good.png"));
		STORAGE.stop();
		try {
			assertThatExceptionOfType(StorageUnavailableException.class)
				.isThrownBy(() -> this.fetchPicture.fetch(offer));
		}
		finally {
			STORAGE.start();
		}
		assertThat(this.items.find(id)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/missing", "/empty", "/elsewhere", "/large", "/drips", "/broken" })
	void pictureThatCannotBeHadIsLeftOut(String path) {
		var id = Ids.next();
		this.fetchPicture.fetch(new PictureOffered(aPerson().id(), id, address(path)));
		assertThat(this.items.find(id)).isEmpty();
		assertThat(this.requests).doesNotContainKey("/good-after-redirect");
	}

	@ParameterizedTest
	@CsvSource({ "http://127.0.0.1:1/a.png", "file:///etc/passwd", "nothing", "http://", "http://a b/" })
	void addressThatLeadsNowhereIsLeftOut(String address) {
		var id = Ids.next();
		this.fetchPicture.fetch(new PictureOffered(aPerson().id(), id, address));
		assertThat(this.items.find(id)).isEmpty();
	}

	@Test
	void pageInsteadOfAPictureIsRefused() {
		var alice = aPerson();
		var id = Ids.next();
		this.fetchPicture.fetch(new PictureOffered(alice.id(), id, address("/page")));
		assertThat(settled(alice, id).path("state").asString()).isEqualTo("refused");
	}

	@Test
	void privateAddressesAreNotAskedInProduction() throws IOException {
		var strict = new FetchPicture(this.uploadFetchedFile, new PictureFetchSettings(false, this.settings.timeout()));
		try {
			var id = Ids.next();
			strict.fetch(new PictureOffered(aPerson().id(), id, address("/private.png")));
			assertThat(this.items.find(id)).isEmpty();
			assertThat(this.requests).doesNotContainKey("/private.png");
		}
		finally {
			strict.destroy();
		}
	}

	private void publish(PictureOffered offer) {
		var event = (ObjectNode) JSON.readTree(EventContract.example("picture.offered"));
		event.put("id", Ids.next()).put("subject", offer.mediaId()).put("partitionkey", offer.personId());
		event.set("data", JSON.valueToTree(offer));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(Topology.lettersOf("media_work"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private String address(String path) {
		return "http://127.0.0.1:" + this.provider.getAddress().getPort() + path;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			var path = exchange.getRequestURI().getPath();
			this.requests.computeIfAbsent(path, (_) -> new AtomicInteger()).incrementAndGet();
			switch (path) {
				case "/good.png", "/private.png" -> send(exchange, 200, TestPictures.png(300, 200));
				case "/page" -> send(exchange, 200, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
				case "/large" -> send(exchange, 200, new byte[11 * 1024 * 1024]);
				case "/empty" -> send(exchange, 200, new byte[0]);
				case "/elsewhere" -> {
					exchange.getResponseHeaders().set("Location", address("/good-after-redirect"));
					send(exchange, 302, new byte[0]);
				}
				case "/drips" -> {
					exchange.sendResponseHeaders(200, 1_000_000);
					drip(exchange.getResponseBody());
				}
				case "/broken" -> {
					exchange.sendResponseHeaders(200, 1_000_000);
					exchange.getResponseBody().write(new byte[10]);
				}
				default -> send(exchange, 404, new byte[0]);
			}
		}
	}

	private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

	/** Sends a byte now and then, until the client has had enough. */
	private void drip(OutputStream body) throws IOException {
		try {
			do {
				body.write(0);
				body.flush();
			}
			while (!this.stopped.await(50, TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
