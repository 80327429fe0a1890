package org.parley.forum;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OpenApiIT extends ForumIT implements OpenApiContract, OperationsContract, ScopesContract {

	@Override
	public String service() {
		return "forum-service";
	}

}
