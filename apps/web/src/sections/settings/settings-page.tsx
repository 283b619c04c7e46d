import type { Settings } from '@legible/app/contract/index';
import { Switch } from '@base-ui/react/switch';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { KeysList } from '../../actions/keys-list.tsx';
import { setSingleKeys, singleKeysOn } from '../../actions/shortcuts.ts';
import { canSpeak } from '../../interview/speak.ts';
import { canListen } from '../../interview/speech.ts';
import { settingsQuery } from '../../server/queries.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { shownTheme, showTheme } from '../../shell/theme.ts';
import type { Theme } from '../../shell/theme.ts';
import { SecondOpinionSetting } from './second-opinion-setting.tsx';
import { YourData } from './your-data.tsx';
import './settings.css';

/** How the page looks and listens, what is kept, and the keys. */
export function SettingsPage() {
  const queries = useQueryClient();
  const { data: settings, error } = useQuery(settingsQuery);
  const [theme, setTheme] = useState<Theme>(shownTheme);
  const [singleKeys, setKeys] = useState(singleKeysOn);
  const change = useMutation({
    mutationFn: (patch: Partial<Settings>) => server.changeSettings({ body: patch }),
    onSuccess: (changed) => queries.setQueryData(settingsQuery.queryKey, changed),
  });
  return (
    <Page title="Settings and data">
      {(error ?? change.error) && <Trouble error={error ?? change.error} />}
      <div className="settings">
        <section aria-labelledby="look-title">
          <h2 id="look-title">Look and keys</h2>
          <label className="setting">
            <span>Theme</span>
            <select
              className="input"
              value={theme}
              onChange={(event) => {
                const chosen = event.target.value as Theme;
                setTheme(chosen);
                showTheme(chosen);
                change.mutate({ theme: chosen });
              }}
            >
              <option value="system">As the system</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </select>
          </label>
          <div className="setting">
            <span id="single-keys">
              Single-letter keys
              <span className="tiny soft">Turn them off if your dictation software types letters at the page.</span>
            </span>
            <Switch.Root
              className="switch"
              aria-labelledby="single-keys"
              checked={singleKeys}
              onCheckedChange={(on) => {
                setKeys(on);
                setSingleKeys(on);
              }}
            >
              <Switch.Thumb />
            </Switch.Root>
          </div>
        </section>

        <section aria-labelledby="voice-title">
          <h2 id="voice-title">Voice</h2>
          {canListen() ? (
            <>
              <div className="setting">
                <span id="voice">
                  Offer the microphone
                  <span className="tiny soft">
                    Your browser does the listening. Where it can do so on this machine, it is told to; some browsers
                    send the sound to their maker.
                  </span>
                </span>
                <Switch.Root
                  className="switch"
                  aria-labelledby="voice"
                  checked={settings?.speechIn !== false}
                  onCheckedChange={(on) => change.mutate({ speechIn: on })}
                >
                  <Switch.Thumb />
                </Switch.Root>
              </div>
              <label className="setting">
                <span>Language spoken</span>
                <input
                  className="input"
                  key={settings?.speechLanguage}
                  defaultValue={settings?.speechLanguage ?? navigator.language}
                  maxLength={20}
                  onBlur={(event) => change.mutate({ speechLanguage: event.target.value.trim() || navigator.language })}
                />
              </label>
            </>
          ) : (
            <p className="soft">This browser has no speech recognition. You type; the judge reads both the same way.</p>
          )}
          <div className="setting">
            <span id="speech-out">
              Speak the interviewer’s lines aloud
              <span className="tiny soft">
                {canSpeak()
                  ? 'With a voice of this machine. You are interrupted aloud too.'
                  : 'This machine has no voice of its own, and a voice from elsewhere would be told your lines.'}
              </span>
            </span>
            <Switch.Root
              className="switch"
              aria-labelledby="speech-out"
              checked={settings?.speechOut === true}
              onCheckedChange={(on) => change.mutate({ speechOut: on })}
            >
              <Switch.Thumb />
            </Switch.Root>
          </div>
        </section>

        <SecondOpinionSetting />

        <YourData />

        <section aria-labelledby="keys-title">
          <h2 id="keys-title">Keys</h2>
          <p className="small soft">On each page, ? lists the keys that work there.</p>
          <KeysList />
        </section>
      </div>
    </Page>
  );
}
