/** Events about the personal data that all services store. */
@NullMarked
package org.parley.contracts.privacy;

import org.jspecify.annotations.NullMarked;
