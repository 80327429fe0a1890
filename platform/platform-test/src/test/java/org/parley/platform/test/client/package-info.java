@NullMarked
package org.parley.platform.test.client;

import org.jspecify.annotations.NullMarked;
