package org.parley.moderation;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OpenApiIT extends ModerationIT implements OpenApiContract, OperationsContract, ScopesContract {

	@Override
	public String service() {
		return "moderation-service";
	}

}
