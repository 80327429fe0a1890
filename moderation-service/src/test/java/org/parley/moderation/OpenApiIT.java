package org.parley.moderation;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;

class OpenApiIT extends ModerationIT implements OpenApiContract, OperationsContract {

	@Override
	public String service() {
		return "moderation-service";
	}

}
