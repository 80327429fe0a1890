/** Tests of the client, against a small server. */
@NullMarked
package org.parley.launcher.client;

import org.jspecify.annotations.NullMarked;
