package org.parley.forum;

import org.parley.platform.test.OperationsContract;

class OperationsIT extends ForumIT implements OperationsContract {

}
