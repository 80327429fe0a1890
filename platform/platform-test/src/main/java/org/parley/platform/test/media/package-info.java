/** Media for tests of the services that use them. */
@NullMarked
package org.parley.platform.test.media;

import org.jspecify.annotations.NullMarked;
