package org.parley.storage;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.storage.ObjectStorage.StorageAccess;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries what the owner of a presigned address can add to it, and what anybody can ask,
 * with all headers and parameters of {@link S3Api}.
 */
class SignedRequestsTests {

	private static final String PAGE = "<script>alert(document.domain)</script>";

	private static final String BUCKET = "parley-media";

	private static final String UPLOAD = "uploads/1";

	private static final Set<String> SET_BY_THE_CLIENT = Set.of("content-length", "expect", "host");

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	private Path folder = Path.of("");

	private @Nullable ObjectStorage started;

	@BeforeEach
	void start() throws Exception {
		var access = new StorageAccess("name", "secret", BUCKET, "http://localhost:5000");
		this.started = new ObjectStorage(this.folder, access, "127.0.0.1", 0, 0);
		this.started.start();
	}

	@AfterEach
	void stop() throws Exception {
		Objects.requireNonNull(this.started).stop();
	}

	@Test
	void presignedUploadIsStored() throws Exception {
		assertThat(send(upload(presignedUpload())).statusCode()).isEqualTo(200);
		assertThat(read(UPLOAD)).isEqualTo(PAGE);
	}

	@Test
	void pageOfThePublicOriginReadsTheAnswer() throws Exception {
		var answer = send(upload(presignedUpload()).header("Origin", "http://localhost:5000"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:5000");
		assertSafe(answer);
	}

	@Test
	void unsignedHeaderOfS3IsRefused() throws Exception {
		var added = S3Api.headers().stream().filter((name) -> name.startsWith("x-amz-")).toList();
		assertThat(added).contains("x-amz-acl", "x-amz-copy-source", "x-amz-grant-read", "x-amz-tagging")
			.hasSizeGreaterThan(40);
		for (var name : Stream
			.concat(added.stream(),
					Stream.of("X-AMZ-ACL", "x-amz-meta-a", "x-amz-date", "x-amz-content-sha256",
							"x-amz-decoded-content-length", "x-amz-security-token", "x-amz-trailer", "x-amz-unknown"))
			.toList()) {
			var answer = send(upload(presignedUpload()).header(name, valueOf(name)));
			assertThat(answer.statusCode()).as(name).isEqualTo(403);
			assertSafe(answer);
		}
	}

	@Test
	void uploadWithAnyHeaderStaysPrivate() throws Exception {
		for (var name : S3Api.headers()) {
			if (!SET_BY_THE_CLIENT.contains(name)) {
				send(upload(presignedUpload()).header(name, valueOf(name)));
				assertRefused(request("GET", "/" + BUCKET + "/" + UPLOAD), name);
			}
		}
	}

	@Test
	void presignedUploadWithAnotherParameterIsRefused() throws Exception {
		for (var name : S3Api.parameters()) {
			var changed = URI.create(presignedUpload() + "&" + name + "=public-read");
			assertRefused(upload(changed), name);
		}
		assertRefused(upload(URI.create(presignedUpload() + "&X-Amz-SignedHeaders=x-amz-acl")), "repeated parameter");
	}

	@Test
	void presignedUploadByAnotherMethodIsRefused() throws Exception {
		send(upload(presignedUpload()));
		for (var method : List.of("GET", "HEAD", "DELETE", "POST", "PATCH", "COPY", "PROPFIND", "OPTIONS")) {
			assertRefused(HttpRequest.newBuilder(presignedUpload()).method(method, BodyPublishers.noBody()), method);
		}
		assertThat(read(UPLOAD)).isEqualTo(PAGE);
	}

	@Test
	void unsignedRequestIsRefused() throws Exception {
		this.s3()
			.putObject((put) -> put.bucket(BUCKET).key(UPLOAD).acl(ObjectCannedACL.PUBLIC_READ),
					RequestBody.fromString(PAGE));
		for (var method : List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS")) {
			for (var path : List.of("/", "/healthz", "/" + BUCKET, "/" + BUCKET + "/", "/" + BUCKET + "/" + UPLOAD)) {
				assertRefused(request(method, path), method + " " + path);
				for (var name : S3Api.parameters()) {
					assertRefused(request(method, path + "?" + name + "=text/html"), method + " " + path + "?" + name);
				}
			}
		}
		assertThat(read(UPLOAD)).isEqualTo(PAGE);
	}

	@Test
	void signedAnswerIsNeverAPage() throws Exception {
		send(upload(presignedUpload()));
		for (var name : S3Api.parameters()) {
			var address = presigner()
				.presignGetObject((signed) -> signed.signatureDuration(Duration.ofMinutes(1))
					.getObjectRequest((get) -> get.bucket(BUCKET)
						.key(UPLOAD)
						.overrideConfiguration((more) -> more.putRawQueryParameter(name, "text/html"))))
				.url();
			var answer = send(HttpRequest.newBuilder(URI.create(address.toString())));
			assertSafe(answer);
			assertThat(answer.statusCode()).as(name).isLessThan(500);
			if (name.startsWith("response-")) {
				assertThat(answer.statusCode()).as(name).isEqualTo(403);
			}
		}
	}

	@Test
	void formUploadIsRefused() throws Exception {
		var form = """
				--b\r
				Content-Disposition: form-data; name="key"\r
				\r
				uploads/2\r
				--b\r
				Content-Disposition: form-data; name="acl"\r
				\r
				public-read\r
				--b\r
				Content-Disposition: form-data; name="file"; filename="a.html"\r
				\r
				%s\r
				--b--\r
				""".formatted(PAGE);
		assertRefused(HttpRequest.newBuilder(uri("/" + BUCKET))
			.header("Content-Type", "multipart/form-data; boundary=b")
			.POST(BodyPublishers.ofString(form)), "form");
	}

	@Test
	void signatureInTwoPlacesIsRefused() throws Exception {
		var upload = upload(presignedUpload()).header("Authorization",
				"AWS4-HMAC-SHA256 Credential=name/20260101/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-acl, Signature=0");
		assertRefused(upload.header("x-amz-acl", "public-read"), "both");
	}

	private void assertRefused(HttpRequest.Builder request, String description) throws Exception {
		var answer = send(request);
		assertThat(answer.statusCode()).as(description).isEqualTo(403);
		assertThat(answer.body()).doesNotContain(PAGE);
		assertSafe(answer);
	}

	private static void assertSafe(HttpResponse<String> answer) {
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; sandbox");
	}

	private static String valueOf(String header) {
		return switch (header) {
			case "x-amz-acl", "X-AMZ-ACL" -> "public-read";
			case "x-amz-copy-source" -> "parley-media/originals/2";
			case "content-type" -> "text/html";
			default -> "value";
		};
	}

	private URI presignedUpload() {
		return URI.create(
				presigner()
					.presignPutObject((signed) -> signed.signatureDuration(Duration.ofMinutes(1))
						.putObjectRequest((put) -> put.bucket(BUCKET)
							.key(UPLOAD)
							.contentType("image/png")
							.contentLength((long) PAGE.length())))
					.url()
					.toString());
	}

	private static HttpRequest.Builder upload(URI address) {
		return HttpRequest.newBuilder(address).header("Content-Type", "image/png").PUT(BodyPublishers.ofString(PAGE));
	}

	private HttpRequest.Builder request(String method, String path) {
		return HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody());
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private String read(String key) {
		return s3().getObjectAsBytes((get) -> get.bucket(BUCKET).key(key)).asUtf8String();
	}

	private S3Client s3() {
		return S3Client.builder()
			.endpointOverride(uri(""))
			.region(Region.US_EAST_1)
			.credentialsProvider(credentials())
			.forcePathStyle(true)
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.build();
	}

	private S3Presigner presigner() {
		return S3Presigner.builder()
			.endpointOverride(uri(""))
			.region(Region.US_EAST_1)
			.credentialsProvider(credentials())
			.serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
			.build();
	}

	private static StaticCredentialsProvider credentials() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("name", "secret"));
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + Objects.requireNonNull(this.started).s3Port() + path);
	}

}
