package org.parley.forum;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;

class OpenApiIT extends ForumIT implements OpenApiContract, OperationsContract {

	@Override
	public String service() {
		return "forum-service";
	}

}
