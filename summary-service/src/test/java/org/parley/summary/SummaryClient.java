package org.parley.summary;

import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

/** An HTTP client of the service. */
public final class SummaryClient extends TestClient {

	SummaryClient(int port) {
		super("http://127.0.0.1:" + port + "/api/v1/threads/");
	}

	/** Requests the summary of a thread. */
	public TestResponse request(TestUser caller, String thread, String... headers) {
		return post(caller, thread + "/summary", null, headers);
	}

	/** Reads the summary of a thread. */
	public TestResponse read(TestUser caller, String thread, String... headers) {
		return get(caller, thread + "/summary", headers);
	}

}
