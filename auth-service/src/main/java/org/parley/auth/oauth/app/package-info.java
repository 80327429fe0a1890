/** Who registers apps, and who takes back what they permitted one. */
@NullMarked
package org.parley.auth.oauth.app;

import org.jspecify.annotations.NullMarked;
