package cellar.common.settings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Has every service check its settings as a whole.
 */
@AutoConfiguration
@Import(UnknownSettings.class)
public class SettingsAutoConfiguration {

}
