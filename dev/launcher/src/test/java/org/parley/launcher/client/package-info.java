/** Tests of the clients against a small HTTP server. */
@NullMarked
package org.parley.launcher.client;

import org.jspecify.annotations.NullMarked;
