package org.parley.webhook;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OperationsIT extends WebhookIT implements OperationsContract, OpenApiContract, ScopesContract {

	@Override
	public String service() {
		return "webhook-service";
	}

}
