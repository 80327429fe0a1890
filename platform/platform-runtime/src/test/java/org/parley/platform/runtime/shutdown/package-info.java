@NullMarked
package org.parley.platform.runtime.shutdown;

import org.jspecify.annotations.NullMarked;
