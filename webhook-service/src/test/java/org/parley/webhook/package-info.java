@NullMarked
package org.parley.webhook;

import org.jspecify.annotations.NullMarked;
