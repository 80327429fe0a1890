/** Access to the gateway's own settings. */
@NullMarked
package org.parley.gateway.settings;

import org.jspecify.annotations.NullMarked;
