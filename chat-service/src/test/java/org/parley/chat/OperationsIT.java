package org.parley.chat;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OperationsIT extends ChatIT implements OperationsContract, OpenApiContract, ScopesContract {

	@Override
	public String service() {
		return "chat-service";
	}

}
