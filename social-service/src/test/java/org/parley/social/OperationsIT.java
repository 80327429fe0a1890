package org.parley.social;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OperationsIT extends SocialServiceIT implements OperationsContract, OpenApiContract, ScopesContract {

	@Override
	public String service() {
		return "social-service";
	}

}
