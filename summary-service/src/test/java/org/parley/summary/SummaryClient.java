package org.parley.summary;

import java.util.Map;

import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

/** An HTTP client of the service. */
public final class SummaryClient extends TestClient {

	SummaryClient(int port) {
		super("http://127.0.0.1:" + port + "/api/v1/");
	}

	/** Requests the summary of a thread. */
	public TestResponse request(TestUser caller, String thread, String... headers) {
		return post(caller, "threads/" + thread + "/summary", null, headers);
	}

	/** Reads the summary of a thread. */
	public TestResponse read(TestUser caller, String thread, String... headers) {
		return get(caller, "threads/" + thread + "/summary", headers);
	}

	/** Switches the model on or off for the summaries of a category. */
	public TestResponse switchModel(TestUser caller, String category, boolean enabled) {
		return put(caller, "admin/summary-service/model-switches/" + category, Map.of("enabled", enabled));
	}

}
