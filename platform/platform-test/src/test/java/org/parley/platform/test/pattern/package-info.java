@NullMarked
package org.parley.platform.test.pattern;

import org.jspecify.annotations.NullMarked;
