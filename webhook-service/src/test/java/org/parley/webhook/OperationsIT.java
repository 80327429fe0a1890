package org.parley.webhook;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;

class OperationsIT extends WebhookIT implements OperationsContract, OpenApiContract {

	@Override
	public String service() {
		return "webhook-service";
	}

}
